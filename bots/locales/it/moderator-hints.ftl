# Indizi sulla scheda di un contributo in attesa: da soli non decidono niente.
moderator-hint-language = 🌐 { $language ->
        [fr] francese
        [en] inglese
        [it] italiano
        [es] spagnolo
        [zh] cinese
        [ar] arabo
       *[other] nessuna delle sei lingue
    } · { $source ->
        [detected] sicuro al { $percent } %
        [history] la lingua dell’ultimo testo dell’autore; questo è troppo corto per dirlo
        [chosen] la lingua scelta dall’autore; il testo è troppo corto per dirlo
        [import] come importato
        [corrected] come dice l’autore
       *[other] la lingua del tema; il testo è troppo corto per dirlo
    }
moderator-hint-personal = 🔒 Forse dati personali (barrati): { $kinds }. I cittadini vedranno ▒▒▒ al loro posto.
moderator-hint-rude = 🤬 Forse volgare (sottolineato): { $words }
moderator-hint-links = 🔗 { $count ->
        [one] Un link
       *[other] { $count } link
    }
moderator-hint-only-links = 🔗 Quasi nient’altro che { $count ->
        [one] un link
       *[other] { $count } link
    }
moderator-hint-shouting = 🔊 Tutto in maiuscolo
moderator-hint-repeated = 🔁 Lo stesso autore ha inviato lo stesso testo { $count ->
        [one] un’altra volta
       *[other] altre { $count } volte
    } in dieci minuti
moderator-hint-chorus = 📣 Altri { $count } hanno inviato lo stesso testo in dieci minuti
moderator-hint-fast = ⏩ { $count } testi di questo autore in dieci minuti
personal-card = carta di pagamento
personal-id = numero di documento
personal-email = e-mail
personal-phone = telefono
personal-iban = IBAN
personal-nir = numero di previdenza sociale
personal-handle = account
personal-address = indirizzo
personal-name = nome
moderator-near = 👯 <b>Forse una copia:</b>
moderator-similar = 🫂 <b>Forse simile, con altre parole o in un’altra lingua:</b>
