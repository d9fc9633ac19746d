# Entering what was given on paper.
moderator-refused-length = This text has { $length } characters; a contribution of this kind ({ $kind }) has { $least } to { $most }.
moderator-refused-empty = I find no words in this text.
