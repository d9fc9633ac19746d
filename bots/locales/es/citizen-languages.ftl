# El idioma de una aportación, que puede corregir quien la escribió, y lo que dice lo mismo con otras palabras.
citizen-button-item-language = 🌐 Idioma: { $language ->
        [fr] francés
        [en] inglés
        [it] italiano
        [es] español
        [zh] chino
        [ar] árabe
       *[other] otro
    }
citizen-item-language = ¿En qué idioma está { $ref }?
citizen-button-language-other = Otro idioma
citizen-item-language-noted = Anotado, gracias.
citizen-kin-question = Puede que otras personas ya hayan preguntado esto con otras palabras o en otro idioma. ¿Prefiere apoyar su pregunta?
citizen-kin-opinion = Puede que otras personas ya hayan dicho esto con otras palabras o en otro idioma. ¿Prefiere votar su opinión?
