# Inserire ciò che è stato dato su carta.
moderator-refused-length = Questo testo ha { $length } caratteri; un contributo di questo tipo ({ $kind }) ne ha da { $least } a { $most }.
moderator-refused-empty = In questo testo non trovo parole.
