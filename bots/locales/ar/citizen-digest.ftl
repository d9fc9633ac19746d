# ملخص اليوم: أخبار ما تتابعونه، موضوعًا بعد موضوع.
notice-digest = 🗞 <b>أخبار ما تتابعونه</b>
notice-digest-theme = <b>{ $theme }</b>
notice-digest-phase = • ينتقل الموضوع إلى مرحلة جديدة: <b>{ $phase }</b>.
notice-digest-session = • 📅 جلسة جديدة: <b>{ $title }</b> ({ $session })، { $when }، { $place }.
notice-digest-agenda = • 📋 نُشر جدول الأعمال: ‎/agenda
notice-digest-agenda-item = • 📋 نُشر جدول الأعمال. { $ref } «{ $text }» الذي تتابعونه هو البند { $rank }.
notice-digest-summary = • 📝 نُشر الملخص: ‎/summary
notice-digest-summary-cited = • 📝 نُشر الملخص، وفيه اقتباس من { $ref } «{ $text }» الذي تتابعونه.
notice-digest-gone = • { $gone } الذي كنتم تدعمونه لم يعد معروضًا.
notice-digest-answered = • 💬 { $ref } «{ $text }» الذي كنتم تدعمونه أُجيب عنه في «{ $title }».
notice-digest-more =
    { $count ->
        [one] … وخبر آخر.
        [two] … وخبران آخران.
        [few] … و{ $count } أخبار أخرى.
       *[other] … و{ $count } خبرًا آخر.
    }
notice-digest-foot = <i>كم مرة؟ ‎/notifications</i>
button-digest-off = 🔕 لا أريد هذه الرسائل بعد الآن
