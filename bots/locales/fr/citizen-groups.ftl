# Dans un groupe, et ce qui n’est pas des mots.
citizen-group-hello = Bonjour ! Je porte des questions et des avis dans les débats publics de { $city }. Ici, je comprends /ask et /themes ; le reste se fait en privé, où personne d’autre ne lit.
citizen-group-private = Cela reste entre nous deux : continuons en privé.
citizen-group-stranger = Pour participer, il me faut votre accord une fois, en privé : un seul appui. Ensuite, écrivez-moi là-bas.
citizen-group-asked = C’est noté. Je vous ai répondu dans notre conversation privée.
citizen-button-private = 💬 Continuer en privé
citizen-words-only = { $kind ->
        [voice] Je ne peux pas écouter d’enregistrements.
        [picture] Je ne peux pas regarder d’images ni de films.
        [sticker] Joli ! Mais je ne sais pas le lire.
        [place] Je n’ai pas gardé ce lieu.
        [file] Je n’ouvre pas les fichiers.
        [contact] Je n’ai pas gardé ce contact, et personne ne l’a vu.
       *[other] Je ne sais pas lire ceci.
    } Je ne peux lire que des mots écrits : écrivez-moi ce que vous avez à dire.
citizen-forwarded = Ces mots sont de quelqu’un d’autre, je ne les ai donc pas pris. Et vous, qu’en pensez-vous ? Écrivez-le avec vos mots.
