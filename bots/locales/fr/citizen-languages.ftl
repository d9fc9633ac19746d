# La langue d’une contribution, que son auteur peut corriger, et ce qui dit la même chose autrement.
citizen-button-item-language = 🌐 Langue : { $language ->
        [fr] français
        [en] anglais
        [it] italien
        [es] espagnol
        [zh] chinois
        [ar] arabe
       *[other] une autre
    }
citizen-item-language = Dans quelle langue est { $ref } ?
citizen-button-language-other = Une autre langue
citizen-item-language-noted = C’est noté, merci.
citizen-kin-question = D’autres ont peut-être posé cette question autrement, ou dans une autre langue. Voulez-vous plutôt soutenir la leur ?
citizen-kin-opinion = D’autres ont peut-être déjà dit cela autrement, ou dans une autre langue. Voulez-vous plutôt voter sur leur avis ?
