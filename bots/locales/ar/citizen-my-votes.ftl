# استراحة أثناء التصويت، وأصوات الشخص نفسه.
citizen-vote-rest = 🌿 <b>أنجزتم { $done }. شكرًا!</b> يمكنكم المتابعة بهذه، أو رؤية موقعكم، أو الاكتفاء بهذا اليوم: البقية تنتظركم.
citizen-button-vote-enough = 🌙 يكفي لهذا اليوم
citizen-vote-enough = 🌙 شكرًا، هذا كثير لهذا اليوم! أصواتكم محسوبة. والعبارات الأخرى تنتظركم: ‎/vote يتابع من حيث توقفتم.
citizen-button-my-votes = 🗳 أصواتي
citizen-my-votes = <b>أصواتكم</b> ({ $count }) · لا يراها أحد سواكم
citizen-my-votes-none = لم تصوتوا بعد. لن يرى أصواتكم أحد سواكم.
citizen-my-vote =
    <b>{ $ref }</b> · { $vote }
    { $text }
citizen-my-vote-gone = <b>{ $ref }</b> · { $vote } · هذه العبارة لم تعد معروضة
citizen-my-vote-open = صوتكم: <b>{ $vote }</b>. يمكنكم تغييره حتى إغلاق التصويت.
citizen-my-vote-closed = صوتكم: <b>{ $vote }</b>. لم يعد تغييره ممكنًا: التصويت مغلق هنا.
citizen-button-take-vote-back = ↩ سحب صوتي
