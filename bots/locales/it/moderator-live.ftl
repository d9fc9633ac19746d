# Le domande dal vivo, per chi conduce l’incontro.
moderator-menu-live = Le domande dal vivo di un incontro
moderator-button-live = 🙋 Domande dal vivo
moderator-live =
    🙋 <b>{ $ref } · { $title }</b>
    { $count ->
        [0] Non è ancora stato chiesto niente.
        [one] Una domanda.
       *[other] { $count } domande.
    } Scelte: { $chosen } su { $most }.
moderator-live-waiting =
    🕓 <b>{ $ref }</b> · aspetta, nessun altro la vede
    { $text }
moderator-live-admitted =
    <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
moderator-live-shortlisted =
    ⭐ <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
moderator-live-answered =
    ✔️ <b>{ $ref }</b> · ha avuto risposta
    { $text }
moderator-button-live-admit = ✅ Pubblicare { $ref }
moderator-button-live-list = ⭐ { $ref }
moderator-button-live-unlist = ✖ ⭐ { $ref }
moderator-button-live-done = ✔️ { $ref } ha risposta
moderator-button-live-reopen = ↩ { $ref } è ancora aperta
moderator-button-undo-admission = ↩ Annullare { $ref }
moderator-live-said-admit = { $ref } è pubblicata.
moderator-live-said-undo = { $ref } aspetta di nuovo.
moderator-live-said-list = { $ref } è scelta.
moderator-live-said-unlist = { $ref } non è più scelta.
moderator-live-said-done = { $ref } ha avuto risposta: chi l’ha scritta viene avvisato.
moderator-live-said-reopen = { $ref } è di nuovo aperta: chi l’ha scritta viene avvisato.
moderator-refused-shortlist-full = Sono già scelte { $most } domande: segnatene una con risposta, o toglietene una.
moderator-refused-answered = { $ref } ha già avuto risposta.
moderator-refused-not-answered = { $ref } non è segnata come risposta data.
