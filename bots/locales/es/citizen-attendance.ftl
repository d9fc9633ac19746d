# Quién viene, y la llegada.
citizen-coming = { $count ->
        [0] 👥 Todavía no viene nadie.
        [one] 👥 Viene una persona.
       *[other] 👥 Vienen { $count } personas.
    }
citizen-reminded = { $count ->
        [one] ⏰ Se lo recordaré el { $when }.
       *[other] ⏰ Se lo recordaré: { $when }.
    }
citizen-button-sign = 🎟 Mi código para la entrada
citizen-sign =
    🎟 <b>{ $title }</b>
    Su código para la entrada: <code>{ $sign }</code>
    Muéstrelo a quien recibe, o escriba aquí el código expuesto en la sala. No dice nada de quién es usted.
citizen-sign-later = Su código estará aquí el día del debate.
citizen-door-unknown = No conozco este código, o la entrada está cerrada. Léalo de nuevo o pregunte en la entrada.
citizen-arrived = 👋 ¡Le damos la bienvenida a «{ $title }»! Su presencia está anotada.
citizen-arrived-without = 👋 ¡Le damos la bienvenida a «{ $title }»! Su presencia está contada. No constaba su inscripción: pregunte en la entrada si hay una plaza para usted, por favor.
citizen-arrived-already = 👋 Su presencia en «{ $title }» ya está anotada.
citizen-arrival-undone = Hecho: ya no se cuenta su presencia.
citizen-button-not-here = ↩ No estoy allí
citizen-refused-door-closed = La entrada de «{ $title }» no está abierta: las presencias se anotan el día del debate.
citizen-refused-wrong-door = Este código no vale para «{ $title }». Lea de nuevo el que está expuesto en la sala, por favor.
citizen-refused-not-there = Su presencia en «{ $title }» no está anotada.
notice-attended = 👋 Le damos la bienvenida a «{ $title }»: su presencia está anotada. Durante el debate puede hacer sus preguntas aquí.
button-ask-live = 🙋 Preguntas en vivo
