# La lingua di un contributo, che chi lo ha scritto può correggere, e ciò che dice lo stesso con altre parole.
citizen-button-item-language = 🌐 Lingua: { $language ->
        [fr] francese
        [en] inglese
        [it] italiano
        [es] spagnolo
        [zh] cinese
        [ar] arabo
       *[other] un’altra
    }
citizen-item-language = In quale lingua è { $ref }?
citizen-button-language-other = Un’altra lingua
citizen-item-language-noted = Preso nota, grazie.
citizen-kin-question = Forse altri hanno già fatto questa domanda con altre parole, o in un’altra lingua. Preferisci sostenere la loro?
citizen-kin-opinion = Forse altri l’hanno già detto con altre parole, o in un’altra lingua. Preferisci votare la loro opinione?
