# الأسئلة المباشرة، لمن يدير الجلسة.
moderator-menu-live = الأسئلة المباشرة في جلسة
moderator-button-live = 🙋 أسئلة مباشرة
moderator-live =
    🙋 <b>{ $ref } · { $title }</b>
    { $count ->
        [0] لم يُسأل شيء بعد.
       *[other] عدد الأسئلة: { $count }.
    } المختارة: { $chosen } من { $most }.
moderator-live-waiting =
    🕓 <b>{ $ref }</b> · في الانتظار، لا يراه غيركم
    { $text }
moderator-live-admitted =
    <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
moderator-live-shortlisted =
    ⭐ <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
moderator-live-answered =
    ✔️ <b>{ $ref }</b> · أُجيب عنه
    { $text }
moderator-button-live-admit = ✅ نشر { $ref }
moderator-button-live-list = ⭐ { $ref }
moderator-button-live-unlist = ✖ ⭐ { $ref }
moderator-button-live-done = ✔️ أُجيب عن { $ref }
moderator-button-live-reopen = ↩ ما زال { $ref } مفتوحًا
moderator-button-undo-admission = ↩ التراجع عن { $ref }
moderator-live-said-admit = نُشر { $ref }.
moderator-live-said-undo = عاد { $ref } إلى الانتظار.
moderator-live-said-list = اختير { $ref }.
moderator-live-said-unlist = لم يعد { $ref } مختارًا.
moderator-live-said-done = أُجيب عن { $ref }: نخبر صاحبه.
moderator-live-said-reopen = عاد { $ref } مفتوحًا: نخبر صاحبه.
moderator-refused-shortlist-full = اختيرت { $most } أسئلة وهي الحد الأقصى: ضعوا علامة الإجابة على سؤال، أو أخرجوا سؤالًا.
moderator-refused-answered = أُجيب عن { $ref } من قبل.
moderator-refused-not-answered = { $ref } ليست عليه علامة الإجابة.
