# أسئلة مباشرة.
kind-live = سؤال مباشر
citizen-menu-live = أسئلة مباشرة أثناء جلسة نقاش
citizen-button-live = 🙋 أسئلة مباشرة
citizen-button-live-ask = ✍️ طرح سؤال
citizen-live = { $count ->
        [zero] 🙋 <b>{ $title }</b>
            لم يُنشر أي سؤال بعد. اطرحوا السؤال الأول!
        [one] 🙋 <b>{ $title }</b>: سؤال واحد
        [two] 🙋 <b>{ $title }</b>: سؤالان
        [few] 🙋 <b>{ $title }</b>: { $count } أسئلة
        [many] 🙋 <b>{ $title }</b>: { $count } سؤالًا
       *[other] 🙋 <b>{ $title }</b>: { $count } سؤال
    }
citizen-live-over = لا تُستقبل الأسئلة الآن: هي مفتوحة من نصف ساعة قبل الجلسة حتى نهايتها.
citizen-live-shortlisted =
    ⭐ <b>{ $ref }</b> · من الأسئلة التالية · 👍 { $supporters }
    { $text }
citizen-live-admitted =
    <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
citizen-live-answered =
    ✔️ <b>{ $ref }</b> · أُجيب عنه · 👍 { $supporters }
    { $text }
citizen-live-prompt =
    🙋 <b>{ $title }</b>
    اكتبوا سؤالكم في رسالة واحدة، من { $least } إلى { $most } حرف.
citizen-live-received =
    ✅ وصل السؤال: <b>{ $ref }</b>.
    يقرؤه أحد أولًا، ثم يراه الحاضرون ويمكنهم دعمه. سأخبركم بما يصير إليه.
citizen-live-none = لا توجد جلسة جارية الآن. تُفتح الأسئلة المباشرة قبل البداية بنصف ساعة؛ وإلى ذلك الحين يمكنكم طرح سؤال في أحد المواضيع.
citizen-live-which = هناك عدة جلسات جارية. عن أي منها تسألون؟
citizen-refused-live-closed = جلسة «{ $title }» لا تستقبل الأسئلة الآن: هي مفتوحة من نصف ساعة قبل الجلسة حتى نهايتها.
citizen-trace-live-admitted = ← طُرح مباشرة في <b>{ $title }</b>
citizen-trace-live-shortlisted = ← طُرح مباشرة في <b>{ $title }</b>: اختير ليكون من الأسئلة التالية
citizen-trace-live-answered = ← طُرح مباشرة في <b>{ $title }</b>: أُجيب عنه في القاعة
notice-live-answered = ✔️ أُجيب قبل قليل عن سؤالكم <b>{ $ref }</b> في «{ $title }».
notice-live-reopened = وُسم سؤالكم <b>{ $ref }</b> خطأً بأنه أُجيب عنه في «{ $title }»: ما زال مفتوحًا.
