# The language of a contribution, which its author may correct, and what says the same in other words.
citizen-button-item-language = 🌐 Language: { $language ->
        [fr] French
        [en] English
        [it] Italian
        [es] Spanish
        [zh] Chinese
        [ar] Arabic
       *[other] another one
    }
citizen-item-language = Which language is { $ref } in?
citizen-button-language-other = Another language
citizen-item-language-noted = Noted, thank you.
citizen-kin-question = Others have perhaps asked this in other words, or in another language. Would you like to support theirs instead?
citizen-kin-opinion = Others have perhaps said this in other words, or in another language. Would you like to vote on theirs instead?
