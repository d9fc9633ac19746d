# Le résumé du jour : des nouvelles de ce qu’on suit, thématique par thématique.
notice-digest = 🗞 <b>Des nouvelles de ce que vous suivez</b>
notice-digest-theme = <b>{ $theme }</b>
notice-digest-phase = • La thématique avance : <b>{ $phase }</b>.
notice-digest-session = • 📅 Un nouveau débat : <b>{ $title }</b> ({ $session }), { $when }, { $place }.
notice-digest-agenda = • 📋 L’ordre du jour est publié : /agenda
notice-digest-agenda-item = • 📋 L’ordre du jour est publié. { $ref } « { $text } », que vous suivez, y figure au point { $rank }.
notice-digest-summary = • 📝 La synthèse est publiée : /summary
notice-digest-summary-cited = • 📝 La synthèse est publiée. Elle cite { $ref } « { $text } », que vous suivez.
notice-digest-gone = • { $gone }, que vous souteniez, n’est plus montrée.
notice-digest-answered = • 💬 { $ref } « { $text } », que vous souteniez, a eu sa réponse pendant « { $title } ».
notice-digest-more =
    { $count ->
        [one] … et une autre nouvelle.
       *[other] … et { $count } autres nouvelles.
    }
notice-digest-foot = <i>À quel rythme ? /notifications</i>
button-digest-off = 🔕 Ne plus recevoir ces messages
