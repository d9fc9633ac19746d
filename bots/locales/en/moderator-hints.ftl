# Hints on the card of a waiting contribution: they decide nothing by themselves.
moderator-hint-language = 🌐 { $language ->
        [fr] French
        [en] English
        [it] Italian
        [es] Spanish
        [zh] Chinese
        [ar] Arabic
       *[other] none of the six languages
    } · { $source ->
        [detected] { $percent } % sure
        [history] what the author wrote last; the text itself is too short to tell
        [chosen] what the author chose; the text itself is too short to tell
        [import] as imported
        [corrected] as the author says
       *[other] the theme’s; the text itself is too short to tell
    }
moderator-hint-personal = 🔒 Perhaps personal data (struck through): { $kinds }. Citizens will see ▒▒▒ in its place.
moderator-hint-rude = 🤬 Perhaps rude (underlined): { $words }
moderator-hint-links = 🔗 { $count ->
        [one] A link
       *[other] { $count } links
    }
moderator-hint-only-links = 🔗 Hardly anything but { $count ->
        [one] a link
       *[other] { $count } links
    }
moderator-hint-shouting = 🔊 All in capitals
moderator-hint-repeated = 🔁 The same author sent the same { $count ->
        [one] once more
       *[other] { $count } more times
    } within ten minutes
moderator-hint-chorus = 📣 { $count } others sent the same within ten minutes
moderator-hint-fast = ⏩ { $count } texts of this author within ten minutes
personal-email = e-mail
personal-phone = phone
personal-iban = IBAN
personal-nir = social security number
personal-id = identity number
personal-card = payment card
personal-handle = account
personal-address = address
personal-name = name
moderator-near = 👯 <b>Perhaps a copy:</b>
moderator-similar = 🫂 <b>Perhaps similar, in other words or another language:</b>
