# The digest: news of what one follows, theme by theme.
notice-digest = 🗞 <b>News of what you follow</b>
notice-digest-theme = <b>{ $theme }</b>
notice-digest-phase = • The theme moves on: <b>{ $phase }</b>.
notice-digest-session = • 📅 A new debate: <b>{ $title }</b> ({ $session }), { $when }, { $place }.
notice-digest-agenda = • 📋 The agenda is published: /agenda
notice-digest-agenda-item = • 📋 The agenda is published. { $ref } “{ $text }”, which you follow, is on it as item { $rank }.
notice-digest-summary = • 📝 The summary is published: /summary
notice-digest-summary-cited = • 📝 The summary is published. It quotes { $ref } “{ $text }”, which you follow.
notice-digest-gone = • { $gone }, which you supported, is no longer shown.
notice-digest-answered = • 💬 { $ref } “{ $text }”, which you supported, was answered at “{ $title }”.
notice-digest-more =
    { $count ->
        [one] … and one more piece of news.
       *[other] … and { $count } more pieces of news.
    }
notice-digest-foot = <i>How often? /notifications</i>
button-digest-off = 🔕 No more of these messages
