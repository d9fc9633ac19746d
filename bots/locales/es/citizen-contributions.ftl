citizen-ask-prompt =
    ❓ <b>{ $theme }</b>
    Escriba su pregunta en un solo mensaje, de { $least } a { $most } caracteres.
citizen-opinion-prompt =
    💬 <b>{ $theme }</b>
    Escriba su opinión en un solo mensaje, de { $least } a { $most } caracteres. Una idea cada vez, para que otras personas puedan votarla.
citizen-slip-empty = No encuentro palabras en este mensaje. Escriba una frase que los demás puedan entender.
citizen-slip-short = Es un poco corto: { $length } caracteres, y hacen falta al menos { $least }. Añada unas palabras y envíelo otra vez.
citizen-slip-long = Es demasiado largo: { $over ->
        [one] sobra { $over } carácter
       *[other] sobran { $over } caracteres
    } ({ $length } de { $most } como máximo). Acórtelo y envíelo otra vez, o escríbalo en dos partes.
citizen-slip-piled = Este mensaje contiene muchos signos que nadie ve, o amontonados unos sobre otros. Escríbalo de nuevo con letras sencillas.
citizen-near-question = Puede que alguien ya haya hecho esta pregunta. ¿Prefiere apoyarla?
citizen-near-own = Ya envió usted casi lo mismo. Aquí está:
citizen-near-opinion = Puede que alguien ya haya dado esta opinión. ¿Prefiere votarla?
citizen-quoted =
    <b>{ $ref }</b>
    { $text }
citizen-button-support = 👍 Apoyar { $ref }
citizen-button-unsupport = ✓ Apoya { $ref } — deshacer
citizen-button-vote-on = 🗳 Votar { $ref }
citizen-button-keep-mine = Conservar mi texto
citizen-draft-gone = Este texto ya no está aquí. Escríbalo de nuevo con /ask u /opinion.
citizen-received = { $kind ->
        [opinion] ✅ Opinión recibida: <b>{ $ref }</b>.
        [question] ✅ Pregunta recibida: <b>{ $ref }</b>.
       *[other] ✅ Recibido: <b>{ $ref }</b>.
    }
    Una persona del equipo de moderación leerá su texto; le contaré qué ocurre con él.
citizen-button-see = 📄 { $ref }
citizen-what-is-this = ¿Qué quiere hacer con este mensaje?
citizen-button-as-question = ❓ Una pregunta
citizen-button-as-opinion = 💬 Una opinión
citizen-button-neither = Ni una cosa ni otra
citizen-left-alone = Muy bien: no he guardado nada.
citizen-text-gone = Ya no veo ese mensaje. Escríbalo de nuevo con /ask u /opinion.

citizen-refused-unknown-theme = No conozco este tema. Los que están abiertos se ven en /themes.
citizen-refused-phase = En «{ $theme }» no es posible en este momento ({ $phase }).
citizen-refused-length = El texto tiene { $length } caracteres; debe tener de { $least } a { $most }.
citizen-refused-empty = No encuentro palabras en este mensaje. Escriba una frase que los demás puedan entender.
citizen-refused-unknown-contribution = Esta aportación ya no está.
citizen-refused-decided = { $ref } ya está en este estado: { $state }.
citizen-refused-unknown-session = No conozco este debate. Los próximos están en /sessions.
citizen-refused-past = «{ $title }» ya ha empezado.
citizen-refused-cancelled = «{ $title }» está cancelado. Los próximos debates están en /sessions.
citizen-refused-no-seat = No tiene plaza en «{ $title }». Puede pedir una en /sessions.
