# Preguntas en vivo.
kind-live = pregunta en vivo
citizen-menu-live = preguntas en vivo durante un debate
citizen-button-live = 🙋 Preguntas en vivo
citizen-button-live-ask = ✍️ Hacer una pregunta
citizen-live = { $count ->
        [0] 🙋 <b>{ $title }</b>
            Todavía no se ha publicado ninguna pregunta. ¡Haga usted la primera!
        [one] 🙋 <b>{ $title }</b>: una pregunta
       *[other] 🙋 <b>{ $title }</b>: { $count } preguntas
    }
citizen-live-over = Ahora no se reciben preguntas: están abiertas desde media hora antes del debate hasta su final.
citizen-live-shortlisted =
    ⭐ <b>{ $ref }</b> · entre las próximas · 👍 { $supporters }
    { $text }
citizen-live-admitted =
    <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
citizen-live-answered =
    ✔️ <b>{ $ref }</b> · respondida · 👍 { $supporters }
    { $text }
citizen-live-prompt =
    🙋 <b>{ $title }</b>
    Escriba su pregunta en un solo mensaje, de { $least } a { $most } caracteres.
citizen-live-received =
    ✅ Pregunta recibida: <b>{ $ref }</b>.
    Alguien la lee y después la sala puede verla y apoyarla. Le diré qué ocurre con ella.
citizen-live-none = Ahora no hay ningún debate en curso. Las preguntas en vivo se abren media hora antes del comienzo; mientras tanto puede preguntar en un tema.
citizen-live-which = Hay varios debates en curso. ¿De cuál se trata?
citizen-refused-live-closed = «{ $title }» no recibe preguntas ahora: están abiertas desde media hora antes del debate hasta su final.
citizen-trace-live-admitted = → Hecha en vivo en <b>{ $title }</b>
citizen-trace-live-shortlisted = → Hecha en vivo en <b>{ $title }</b>: elegida entre las próximas
citizen-trace-live-answered = → Hecha en vivo en <b>{ $title }</b>: respondida en la sala
notice-live-answered = ✔️ Su pregunta <b>{ $ref }</b> acaba de recibir respuesta en «{ $title }».
notice-live-reopened = Su pregunta <b>{ $ref }</b> se había marcado por error como respondida en «{ $title }»: sigue abierta.
