# Agenda and summary on paper (PDF).
paper-contents = Contents
paper-draft = Draft: not published yet.
paper-exact = Every sentence is, word for word, that of the contribution whose reference follows it.
paper-lost = “[…]” stands for signs that the fonts of this machine lack; { $file } has the whole text.
