# Indices sur la carte d’une contribution en attente : ils ne décident de rien.
moderator-hint-language = 🌐 { $language ->
        [fr] français
        [en] anglais
        [it] italien
        [es] espagnol
        [zh] chinois
        [ar] arabe
       *[other] aucune des six langues
    } · { $source ->
        [detected] sûr à { $percent } %
        [history] d’après le dernier texte de l’auteur ; celui-ci est trop court pour le dire
        [chosen] choisi par l’auteur ; le texte est trop court pour le dire
        [import] d’après l’import
        [corrected] d’après l’auteur
       *[other] celle de la thématique ; le texte est trop court pour le dire
    }
moderator-hint-personal = 🔒 Données personnelles possibles (barrées) : { $kinds }. Les citoyens verront ▒▒▒ à la place.
moderator-hint-rude = 🤬 Peut-être grossier (souligné) : { $words }
moderator-hint-links = 🔗 { $count ->
        [1] Un lien
       *[other] { $count } liens
    }
moderator-hint-only-links = 🔗 Presque rien d’autre que { $count ->
        [1] un lien
       *[other] { $count } liens
    }
moderator-hint-shouting = 🔊 Tout en majuscules
moderator-hint-repeated = 🔁 Le même auteur a envoyé la même chose { $count ->
        [1] une autre fois
       *[other] { $count } autres fois
    } en dix minutes
moderator-hint-chorus = 📣 { $count } autres personnes ont envoyé la même chose en dix minutes
moderator-hint-fast = ⏩ { $count } textes de cet auteur en dix minutes
personal-email = e-mail
personal-phone = téléphone
personal-iban = IBAN
personal-nir = numéro de sécurité sociale
personal-id = numéro d’identité
personal-card = carte bancaire
personal-handle = compte
personal-address = adresse
personal-name = nom
moderator-near = 👯 <b>Peut-être une copie :</b>
moderator-similar = 🫂 <b>Peut-être semblable, avec d’autres mots ou dans une autre langue :</b>
