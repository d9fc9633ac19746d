# Il riassunto del giorno: notizie di ciò che si segue, tema per tema.
notice-digest = 🗞 <b>Notizie di ciò che segui</b>
notice-digest-theme = <b>{ $theme }</b>
notice-digest-phase = • Il tema va avanti: <b>{ $phase }</b>.
notice-digest-session = • 📅 Un nuovo incontro: <b>{ $title }</b> ({ $session }), { $when }, { $place }.
notice-digest-agenda = • 📋 L’ordine del giorno è pubblicato: /agenda
notice-digest-agenda-item = • 📋 L’ordine del giorno è pubblicato. { $ref } «{ $text }», che segui, è al punto { $rank }.
notice-digest-summary = • 📝 La sintesi è pubblicata: /summary
notice-digest-summary-cited = • 📝 La sintesi è pubblicata. Cita { $ref } «{ $text }», che segui.
notice-digest-gone = • { $gone }, che sostenevi, non è più mostrata.
notice-digest-answered = • 💬 { $ref } «{ $text }», che sostenevi, ha avuto risposta durante «{ $title }».
notice-digest-more =
    { $count ->
        [one] … e un’altra notizia.
       *[other] … e altre { $count } notizie.
    }
notice-digest-foot = <i>Quanto spesso? /notifications</i>
button-digest-off = 🔕 Non ricevere più questi messaggi
