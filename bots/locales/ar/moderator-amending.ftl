# بنود جدول الأعمال باليد؛ وما نُشر من قبل.
moderator-agenda-items = ✏️ <b>بنود «{ $theme }»</b>: اختاروا بندًا لتثبيته أو إزالته أو تغيير عنوانه. 📌 مثبّت، ✖️ مُزال، ▫️ لم يُختر. كل ما تغيّرونه علني.
moderator-agenda-item = <b>{ $title }</b>
    عدد من يطلبونه: { $supporters } <i>{ $refs }</i>
    { $why }
moderator-agenda-item-gone = هذا البند لم يعد في المسودة. اكتبوا /agenda لعرض الجديدة.
moderator-button-items = ✏️ تغيير البنود
moderator-button-pin = 📌 تثبيت
moderator-button-drop = ✖️ إزالة…
moderator-button-retitle = ✏️ العنوان…
moderator-button-unpinned = ↩️ إلغاء التثبيت
moderator-button-undropped = ↩️ إلغاء الإزالة
moderator-button-unretitled = ↩️ العنوان الأول
moderator-ask-agenda-drop = لماذا لا ينبغي أن يكون في جدول الأعمال؟ اكتبوا السبب في جملة: سيقرؤه الجميع.
moderator-ask-agenda-title = ما العنوان المناسب؟ اكتبوه؛ ويبقى العنوان الأول مقروءًا بجانبه.
moderator-slip-agenda-words = لا بد من { $least } إلى { $most } حرف تقول شيئًا؛ وهنا { $length }. اكتبوا من جديد أو اكتبوا /cancel.
moderator-agenda-pinned = 📌 ثُبّت: يُخصم وقته أولًا، وجدول الأعمال يذكر ذلك.
moderator-agenda-dropped = ✖️ أُزيل: جدول الأعمال يذكر ذلك مع السبب.
moderator-agenda-retitled = ✏️ أصبح له عنوانه الجديد.
moderator-agenda-undone = ↩️ عاد كما كان.
moderator-agenda-version = 📋 <b>جدول أعمال «{ $theme }»</b>، النسخة { $version }، نُشرت { $when }
moderator-summary-version = 📝 <b>ملخص «{ $theme }»</b>، النسخة { $version }، نُشرت { $when }
moderator-version-end = كانت هذه النسخة { $version } من { $last }.
moderator-refused-not-admitted = { $ref } غير منشور: يُسمّى البند بسؤال منشور.
moderator-refused-nothing-to-undo = لم يعد هنا شيء تقرر باليد.
