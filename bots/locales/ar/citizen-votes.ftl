citizen-vote-progress = <i>{ $done } من { $total }</i> — هل توافقون؟
citizen-votes-until = ⏳ التصويت حتى { $when }.
citizen-vote-ask = هل توافقون؟
citizen-vote-none-left =
    🎉 لم يبقَ شيء: لقد صوّتم على { $done ->
        [zero] كل ما هو مطروح
        [one] العبارة الوحيدة المطروحة
        [two] العبارتين المطروحتين
       *[other] جميع العبارات المطروحة ({ $done })
    }.
    وستصل عبارات أخرى كلما أبدى الناس آراءهم.
citizen-vote-counted = تم احتساب الصوت
citizen-vote-undone = أُلغي الصوت
citizen-button-undo = ↩ تراجع عن { $ref }

citizen-questions =
    <b>{ $theme }</b>
    {"\u200F"}{ $count ->
        [zero] لا أسئلة
        [one] سؤال واحد
        [two] سؤالان
        [few] { $count } أسئلة
        [many] { $count } سؤالًا
       *[other] { $count } سؤال
    }
citizen-questions-none = لم يُقبل أي سؤال بعد في «{ $theme }». قد يكون سؤالكم الأول.
citizen-question =
    <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
citizen-question-mine =
    <b>{ $ref }</b> · 👍 { $supporters } · سؤالكم
    { $text }
citizen-supported = 👍 أنتم تدعمون { $ref }.
citizen-unsupported = لم تعودوا تدعمون { $ref }.
