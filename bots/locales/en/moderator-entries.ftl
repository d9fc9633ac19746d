# Entering what was given on paper.
moderator-refused-length = This text has { $length } characters; a contribution of this kind ({ $kind }) has { $least } to { $most }.
moderator-refused-empty = I find no words in this text.
moderator-menu-enter = Enter what was given on paper
moderator-menu-takeback = Take an entry back, as the person wishes
moderator-menu-form = A sheet to print, to take part with a pen
moderator-entry-place =
    📄 <b>{ $theme }</b>
    Where do the sheets come from? For example “Library of La Plaine” (at most { $most } characters). The place is shown with the contribution.
    Enter only sheets whose box of agreement is ticked, word for word, without names or numbers.
moderator-slip-entry-place = I need a place, of at most { $most } characters.
moderator-entry-kind = 👤 <b>One person.</b> What does their sheet say?
moderator-entry-text = ✍️ Copy the text ({ $kind }, { $least } to { $most } characters) as it is written.
moderator-entry-received = 📥 <b>{ $ref }</b> is noted ({ $place }). Write this reference on the slip of the sheet: the person can follow their contribution, or ask that it be taken back. Somebody else of the team will decide about it.
moderator-button-same-question = 👤 Same person: a question
moderator-button-same-opinion = 👤 Same person: an opinion
moderator-button-same-testimony = 👤 Same person: a testimony
moderator-button-next-person = ➡️ Next person
moderator-button-entry-done = ✅ That is all
moderator-entry-done = Thank you. What you entered waits for somebody else in the queue.
moderator-ask-takeback = Which entry is to be taken back? Write its reference, for example Q-12.
moderator-taken-back = 🗑 <b>{ $ref }</b> is taken back: nobody sees it any more.
moderator-refused-not-entered = { $ref } came through the chat: only its author can take it back.
moderator-form-file = 🖨 The sheet of “{ $theme }”: open it in a browser and print it. Then: /enter
