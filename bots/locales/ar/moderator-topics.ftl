# المحاور: قراءة وتسمية وضم وتقسيم.
moderator-menu-topics = المحاور: تسمية وضم وتقسيم
moderator-topics = 🧩 <b>محاور «{ $theme }»</b>: عدد المحاور { $topics }، وعدد المساهمات { $texts }. اضغطوا على محور لقراءة مساهماته.
moderator-topics-none = لا محاور بعد في «{ $theme }»: لا بد من مساهمات مقبولة.
moderator-topic-line = <b>{ $number }. { $title }</b>
    <i>{ $words }</i> — المساهمات: { $texts }، الأشخاص: { $people }
moderator-button-topics = 🧩 المحاور
moderator-button-topic-rename = ✏️ تغيير الاسم
moderator-button-topic-merge = 🔗 ضم إلى…
moderator-button-topic-part = ✂️ تقسيم…
moderator-button-topic-part-now = ✂️ جعلها محورًا ({ $count })
moderator-button-topic-undo = ↩️ التراجع عن هذا التغيير
moderator-button-topic-edits = ↩️ التغييرات ({ $count })
moderator-ask-topic-title = ما عنوان هذا المحور؟ اكتبوه بكلمات قليلة يفهمها الجميع.
moderator-topic-renamed = ✏️ للمحور عنوان جديد. سيأخذ به جدول الأعمال والملخص.
moderator-topic-merge = إلى أي محور؟
moderator-topic-merge-none = هذا هو المحور الوحيد: لا يوجد غيره ليُضم إليه.
moderator-topic-merged = 🔗 أصبح المحوران محورًا واحدًا.
moderator-topic-part = اضغطوا على المساهمات التي ينبغي أن تكون محورًا مستقلًا.
moderator-topic-parted = ✂️ أصبحت هذه المساهمات محورًا مستقلًا. وما يأتي بعدها يذهب إلى الأقرب من الاثنين.
moderator-topic-edits = التغييرات في محاور «{ $theme }». اضغطوا على ما تريدون التراجع عنه.
moderator-topic-edits-none = لا تغيير يمكن التراجع عنه في محاور «{ $theme }».
moderator-topic-undone = ↩️ تم التراجع.
moderator-refused-topic-changed = تغيّر هذا المحور في هذه الأثناء. افتحوا القائمة من جديد: /topics
moderator-refused-unknown-topic-edit = سبق التراجع عن هذا التغيير.
