# Las preguntas en vivo, para quien conduce la sesión.
moderator-menu-live = Las preguntas en vivo de una sesión
moderator-button-live = 🙋 Preguntas en vivo
moderator-live =
    🙋 <b>{ $ref } · { $title }</b>
    { $count ->
        [0] Aún no se ha preguntado nada.
        [one] Una pregunta.
       *[other] { $count } preguntas.
    } Elegidas: { $chosen } de { $most }.
moderator-live-waiting =
    🕓 <b>{ $ref }</b> · espera, nadie más la ve
    { $text }
moderator-live-admitted =
    <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
moderator-live-shortlisted =
    ⭐ <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
moderator-live-answered =
    ✔️ <b>{ $ref }</b> · respondida
    { $text }
moderator-button-live-admit = ✅ Publicar { $ref }
moderator-button-live-list = ⭐ { $ref }
moderator-button-live-unlist = ✖ ⭐ { $ref }
moderator-button-live-done = ✔️ { $ref } respondida
moderator-button-live-reopen = ↩ { $ref } sigue abierta
moderator-button-undo-admission = ↩ Deshacer { $ref }
moderator-live-said-admit = { $ref } está publicada.
moderator-live-said-undo = { $ref } espera de nuevo.
moderator-live-said-list = { $ref } está elegida.
moderator-live-said-unlist = { $ref } ya no está elegida.
moderator-live-said-done = { $ref } está respondida: se avisa a quien la escribió.
moderator-live-said-reopen = { $ref } vuelve a estar abierta: se avisa a quien la escribió.
moderator-refused-shortlist-full = Ya hay { $most } preguntas elegidas: marque una como respondida, o quite una.
moderator-refused-answered = { $ref } ya está respondida.
moderator-refused-not-answered = { $ref } no está marcada como respondida.
