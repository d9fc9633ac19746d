# /notifications y los dos consentimientos en /privacy.
citizen-menu-notifications = cuándo recibir noticias
citizen-menu-mydata = todo lo que se guarda sobre mí
citizen-button-notifications = 🔔 Notificaciones
citizen-button-mydata = 📦 Mis datos
citizen-notifications =
    🔔 <b>Noticias de lo que sigue</b>
    Las preguntas que apoya, los temas en los que participa: { $pace ->
        [at-once] le avisamos enseguida, unas pocas veces al día como mucho.
        [off] no le avisamos.
       *[daily] le avisamos una vez al día, en un solo mensaje, y solo si hay algo que contar.
    }
    De 21 h a 8 h hay silencio. Lo que se decide sobre sus propias aportaciones y sobre sus plazas se le dice siempre enseguida.
citizen-button-news-at-once = Enseguida
citizen-button-news-daily = Una vez al día
citizen-button-news-off = Nunca
citizen-button-news-again = 🔔 Otra vez una al día
citizen-notifications-ended = Anotado: no más noticias de lo que sigue. Lo que se decida sobre sus propias aportaciones le seguirá llegando. Puede cambiarlo cuando quiera con /notifications.

citizen-privacy =
    🔒 <b>Qué pasa con sus palabras</b>

    <b>Quién es responsable.</b> El Ayuntamiento de { $city }, que organiza estos debates.
    <b>Para qué.</b> Para reunir preguntas y opiniones para debates públicos, porque usted lo acepta. Sin publicidad, sin perfil suyo; Telegram transporta los mensajes.
    <b>Qué se guarda.</b> Lo que escribe, sus votos, apoyos y plazas, su idioma, sus elecciones y, sellado, lo que dice de usted (/aboutme). Ni su nombre ni su número; su cuenta de Telegram se guarda sellada y solo sirve para responderle.
    <b>Quién ve qué.</b> Una persona de la moderación lee cada aportación antes que nadie; un rechazo cita el artículo de la carta en que se basa. Lo admitido se muestra sin su nombre, con una referencia como Q-12. Sus votos son secretos: nadie, ni siquiera la moderación, puede ver quién votó qué.
    <b>Cuánto tiempo.</b> Mientras se conserven los debates y su registro público, o hasta que usted lo borre. Los mensajes dirigidos a usted se vacían en cuanto se envían.
    <b>Sus derechos.</b> En cualquier momento y sin dar razones: leer todo lo guardado (/mydata), retirar una aportación (/mine), elegir qué recibe (/notifications), borrarlo todo (/forget). También puede reclamar ante la autoridad de protección de datos de su país.
citizen-privacy-town-hall = <b>Contacto.</b> El Ayuntamiento de { $city }: pregunte por la persona encargada de la protección de datos.
citizen-privacy-model = <b>Un modelo de lenguaje</b> ({ $model }) puede reformular y traducir los resúmenes. Solo recibe textos publicados, con los datos personales tapados, y no sabe quién los escribió.
citizen-privacy-contact = <b>Contacto.</b> { $contact }
citizen-consents =
    <b>Lo que usted ha aceptado</b>
    ✅ Participar en los debates. Para retirar este consentimiento, bórrelo todo.
    { $contact ->
        [yes] ✅ Que le volvamos a contactar, y entrar en el sorteo de un panel ciudadano.
       *[no] ◻️ Que le volvamos a contactar, y entrar en el sorteo de un panel ciudadano: no lo ha aceptado.
    }
citizen-button-contact-yes = ✉️ Pueden volver a contactarme
citizen-button-contact-no = ✖️ No me contacten más
citizen-contact-ask = <i>Una última cosa, como usted quiera: ¿podemos volver a contactarle más adelante, e incluirle cuando se sortee un panel ciudadano? Un toque dice que sí; no hacer nada quiere decir que no. Se cambia en /privacy.</i>
citizen-contact-allowed = ¡Gracias! Podremos volver a contactarle, y podrá salir en el sorteo de un panel ciudadano. Cada vez podrá decir que no.
citizen-contact-withdrawn = Anotado: no volveremos a contactarle y no está en ningún sorteo. Sus aportaciones quedan como están. Si había dicho algo de usted, está borrado.
