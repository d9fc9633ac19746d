# A mark for left to right, {"\u200E"}, keeps the slash of a command at its left.
citizen-ask-prompt =
    ❓ <b>{ $theme }</b>
    اكتبوا سؤالكم في رسالة واحدة (عدد الأحرف: من { $least } إلى { $most }).
citizen-opinion-prompt =
    💬 <b>{ $theme }</b>
    اكتبوا رأيكم في رسالة واحدة (عدد الأحرف: من { $least } إلى { $most }). فكرة واحدة في كل مرة، كي يتمكن الآخرون من التصويت عليها.
citizen-slip-empty = لا أجد كلمات في هذه الرسالة. اكتبوا جملة يفهمها الآخرون.
citizen-slip-short = النص قصير قليلًا: عدد الأحرف { $length }، والحد الأدنى { $least }. أضيفوا بضع كلمات وأعيدوا الإرسال.
citizen-slip-long = يزيد النص عن الحد بمقدار { $over ->
        [one] حرف واحد
        [two] حرفين
        [few] { $over } أحرف
        [many] { $over } حرفًا
       *[other] { $over } حرف
    } (عدد الأحرف { $length }، والحد الأقصى { $most }). اختصروه وأعيدوا الإرسال، أو اكتبوه على مرتين.
citizen-slip-piled = في هذه الرسالة رموز كثيرة لا يراها أحد، أو مكدّسة بعضها فوق بعض. اكتبوها من جديد بأحرف بسيطة.
citizen-near-question = ربما سبق طرح هذا السؤال. هل تفضّلون دعمه؟
citizen-near-own = سبق أن أرسلتم ما يكاد يطابق هذا. ها هو:
citizen-near-opinion = ربما سبق إبداء هذا الرأي. هل تفضّلون التصويت عليه؟
citizen-quoted =
    <b>{ $ref }</b>
    { $text }
citizen-button-support = 👍 دعم { $ref }
citizen-button-unsupport = ✓ دعمتم { $ref } — تراجع
citizen-button-vote-on = 🗳 تصويت على { $ref }
citizen-button-keep-mine = الاحتفاظ بنصي
citizen-draft-gone = لم يعد هذا النص موجودًا. اكتبوه من جديد عبر {"\u200E"}/ask أو {"\u200E"}/opinion.
citizen-received = {"\u200F"}{ $kind ->
        [opinion] ✅ وصل رأيكم: <b>{ $ref }</b>.
        [question] ✅ وصل سؤالكم: <b>{ $ref }</b>.
       *[other] ✅ وصلت مساهمتكم: <b>{ $ref }</b>.
    }
    سيقرأ نصكم شخص من فريق الإشراف، وسأخبركم بما يؤول إليه.
citizen-button-see = 📄 { $ref }
citizen-what-is-this = ماذا تريدون أن نفعل بهذه الرسالة؟
citizen-button-as-question = ❓ سؤال
citizen-button-as-opinion = 💬 رأي
citizen-button-neither = لا هذا ولا ذاك
citizen-left-alone = حسنًا: لم أحتفظ بشيء منها.
citizen-text-gone = لم أعد أرى تلك الرسالة. اكتبوها من جديد عبر {"\u200E"}/ask أو {"\u200E"}/opinion.

citizen-refused-unknown-theme = لا أعرف هذا الموضوع. المواضيع المفتوحة موجودة في {"\u200E"}/themes.
citizen-refused-phase = هذا غير ممكن الآن في «{ $theme }» ({ $phase }).
citizen-refused-length = عدد أحرف النص { $length }، والمطلوب من { $least } إلى { $most }.
citizen-refused-empty = لا أجد كلمات في هذه الرسالة. اكتبوا جملة يفهمها الآخرون.
citizen-refused-unknown-contribution = لم تعد هذه المساهمة موجودة.
citizen-refused-decided = الحالة الحالية للمساهمة { $ref }: { $state }.
citizen-refused-unknown-session = لا أعرف جلسة النقاش هذه. الجلسات القادمة موجودة في {"\u200E"}/sessions.
citizen-refused-past = لقد بدأت جلسة «{ $title }».
citizen-refused-cancelled = أُلغيت «{ $title }». الجلسات القادمة في {"\u200E"}/sessions.
citizen-refused-no-seat = ليس لديكم مقعد في «{ $title }». يمكن طلب مقعد عبر {"\u200E"}/sessions.
