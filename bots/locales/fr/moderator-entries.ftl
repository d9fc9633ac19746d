# Saisir ce qui a été donné sur papier.
moderator-refused-length = Ce texte a { $length } caractères ; il en faut de { $least } à { $most } pour ce genre de contribution ({ $kind }).
moderator-refused-empty = Je ne trouve pas de mots dans ce texte.
