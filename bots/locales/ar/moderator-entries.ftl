# إدخال ما كُتب على الورق.
moderator-refused-length = في هذا النص { $length } حرف؛ المساهمة من هذا النوع ({ $kind }) من { $least } إلى { $most }.
moderator-refused-empty = لا أجد كلمات في هذا النص.
moderator-menu-enter = إدخال ما كُتب على الورق
moderator-menu-takeback = سحب ما أُدخل، كما يريد صاحبه
moderator-menu-form = ورقة للطباعة، للمشاركة بالقلم
moderator-entry-place =
    📄 <b>{ $theme }</b>
    من أين جاءت الأوراق؟ مثلًا «مكتبة الحي» (عدد الأحرف: { $most } على الأكثر). يُعرض المكان مع المساهمة.
    لا تُدخلوا إلا الأوراق التي وُضعت فيها علامة الموافقة، حرفيًا، دون أسماء أو أرقام.
moderator-slip-entry-place = أحتاج إلى مكان، عدد أحرفه { $most } على الأكثر.
moderator-entry-kind = 👤 <b>شخص واحد.</b> ماذا تقول ورقته؟
moderator-entry-text = ✍️ انسخوا النص كما هو مكتوب ({ $kind }، عدد الأحرف من { $least } إلى { $most }).
moderator-entry-received = 📥 سُجّلت <b>{ $ref }</b> ({ $place }). اكتبوا هذا الرقم المرجعي على قسيمة الورقة: يمكن لصاحبها متابعة مساهمته أو طلب سحبها. سيقرر شخص آخر من الفريق.
moderator-button-same-question = 👤 الشخص نفسه: سؤال
moderator-button-same-opinion = 👤 الشخص نفسه: رأي
moderator-button-same-testimony = 👤 الشخص نفسه: شهادة
moderator-button-next-person = ➡️ الشخص التالي
moderator-button-entry-done = ✅ هذا كل شيء
moderator-entry-done = شكرًا. ما أدخلتموه ينتظر شخصًا آخر في القائمة.
moderator-ask-takeback = ما الذي يجب سحبه؟ اكتبوا رقمه المرجعي، مثل Q-12.
moderator-taken-back = 🗑 سُحبت <b>{ $ref }</b>: لا يراها أحد بعد الآن.
moderator-refused-not-entered = وصلت { $ref } عبر الدردشة: لا يسحبها إلا صاحبها.
moderator-form-file = 🖨 ورقة «{ $theme }»: افتحوها في متصفح واطبعوها. ثم: {"\u200E"}/enter
