# El resumen del día: noticias de lo que se sigue, tema por tema.
notice-digest = 🗞 <b>Noticias de lo que sigue</b>
notice-digest-theme = <b>{ $theme }</b>
notice-digest-phase = • El tema avanza: <b>{ $phase }</b>.
notice-digest-session = • 📅 Un nuevo debate: <b>{ $title }</b> ({ $session }), { $when }, { $place }.
notice-digest-agenda = • 📋 El orden del día está publicado: /agenda
notice-digest-agenda-item = • 📋 El orden del día está publicado. { $ref } «{ $text }», que usted sigue, está en el punto { $rank }.
notice-digest-summary = • 📝 El resumen está publicado: /summary
notice-digest-summary-cited = • 📝 El resumen está publicado. Cita { $ref } «{ $text }», que usted sigue.
notice-digest-gone = • { $gone }, que usted apoyaba, ya no se muestra.
notice-digest-answered = • 💬 { $ref } «{ $text }», que usted apoyaba, tuvo respuesta en «{ $title }».
notice-digest-more =
    { $count ->
        [one] … y una noticia más.
       *[other] … y { $count } noticias más.
    }
notice-digest-foot = <i>¿Con qué frecuencia? /notifications</i>
button-digest-off = 🔕 No recibir más estos mensajes
