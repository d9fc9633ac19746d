# Indicios en la ficha de una aportación en espera: por sí solos no deciden nada.
moderator-hint-language = 🌐 { $language ->
        [fr] francés
        [en] inglés
        [it] italiano
        [es] español
        [zh] chino
        [ar] árabe
       *[other] ninguno de los seis idiomas
    } · { $source ->
        [detected] seguro al { $percent } %
        [history] el de su último texto; este es demasiado corto para saberlo
        [chosen] el que eligió quien escribe; el texto es demasiado corto para saberlo
        [import] tal como se importó
        [corrected] según quien escribe
       *[other] el del tema; el texto es demasiado corto para saberlo
    }
moderator-hint-personal = 🔒 Quizá datos personales (tachados): { $kinds }. La ciudadanía verá ▒▒▒ en su lugar.
moderator-hint-rude = 🤬 Quizá grosero (subrayado): { $words }
moderator-hint-links = 🔗 { $count ->
        [one] Un enlace
       *[other] { $count } enlaces
    }
moderator-hint-only-links = 🔗 Casi nada más que { $count ->
        [one] un enlace
       *[other] { $count } enlaces
    }
moderator-hint-shouting = 🔊 Todo en mayúsculas
moderator-hint-repeated = 🔁 La misma persona envió lo mismo { $count ->
        [one] otra vez
       *[other] otras { $count } veces
    } en diez minutos
moderator-hint-chorus = 📣 Otras { $count } personas enviaron lo mismo en diez minutos
moderator-hint-fast = ⏩ { $count } textos de esta persona en diez minutos
personal-card = tarjeta de pago
personal-id = número de documento
personal-email = correo electrónico
personal-phone = teléfono
personal-iban = IBAN
personal-nir = número de la seguridad social
personal-handle = cuenta
personal-address = dirección
personal-name = nombre
moderator-near = 👯 <b>Quizá una copia:</b>
moderator-similar = 🫂 <b>Quizá parecida, con otras palabras o en otro idioma:</b>
