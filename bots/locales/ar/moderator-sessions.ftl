# الجلسات والتسجيل.
moderator-session-for = 📅 جلسة لـ <b>{ $title }</b>.
moderator-ask-session-title = ما عنوانها؟
moderator-ask-session-when = متى؟ مثل <code>2026-12-05 18:30</code> أو <code>05/12/2026 18:30</code> (التوقيت المحلي، اليوم أولًا).
moderator-ask-session-place = أين؟
moderator-ask-session-capacity = كم مقعدًا؟ اختاروا أو اكتبوا عددًا.
moderator-ask-session-minutes = كم دقيقة؟ اختاروا أو اكتبوا عددًا.
moderator-session-capacity-value = { $value }
moderator-session-minutes-value = { $value } د
moderator-session-when = 🕑 { $when }.
moderator-session-planned = ✅ حُدد موعد الجلسة <b>{ $ref }</b>: <b>{ $title }</b>
    🕑 { $when } ({ $minutes } د)
    📍 { $place }
    🪑 عدد المقاعد: { $capacity }
moderator-button-signups = 👥 المسجلون
moderator-slip-session-title = العنوان من { $least } إلى { $most } حرف؛ وهذا فيه { $length }.
moderator-slip-session-place = المكان من { $least } إلى { $most } حرف؛ وهذا فيه { $length }.
moderator-slip-session-when = لا أفهم التاريخ «{ $when }». اكتبوه هكذا: <code>2026-12-05 18:30</code>
moderator-slip-session-past = «{ $when }» مضى. اكتبوا تاريخًا قادمًا.
moderator-slip-session-gap = «{ $when }» غير موجود: في تلك الليلة تُقدَّم الساعة. اختاروا ساعة أخرى.
moderator-slip-session-capacity = عدد المقاعد من { $least } إلى { $most }؛ «{ $given }» لا يصلح.
moderator-slip-session-minutes = المدة من { $least } إلى { $most } دقيقة؛ «{ $given }» لا تصلح.
moderator-slip-session-parts = هناك شيء ناقص أو زائد. في سطر واحد:
    <code>/newsession { $theme } | العنوان | 2026-12-05 18:30 | المكان | 40 | 120</code>
    الأخيران (المقاعد والدقائق) اختياريان. أو: <code>/newsession { $theme }</code> وأسألكم أنا.
moderator-slip-session-unknown = لا أعرف الجلسة «{ $ref }». اكتبوا /signups لعرض القائمة.
moderator-no-session = لا توجد جلسة بعد. حددوا موعدًا: /newsession
moderator-no-coming-session = لا توجد جلسة قادمة. حددوا موعدًا: /newsession
moderator-which-session = أي جلسة؟
moderator-signups = 👥 <b>{ $title }</b> ({ $ref })
    🕑 { $when }
    المقاعد المشغولة { $seated } من { $capacity }، وفي قائمة الانتظار { $waiting }.
moderator-signups-file = القائمة بلا أسماء: رمز لكل شخص، لهذه الجلسة وحدها.
moderator-hour-twice = في تلك الليلة تُؤخَّر الساعة فتأتي هذه الساعة مرتين: المقصود الأولى
moderator-session-off = ❌ أُلغيت.
moderator-session-about = 📅 <b>{ $ref } · { $title }</b>
    🕑 { $when }
    { $people ->
        [0] لا أحد مسجل أو في الانتظار.
       *[other] عدد المسجلين والمنتظرين: { $people }.
    }
moderator-session-moved = ✅ تغيّر موعد <b>{ $ref } · { $title }</b>:
    🕑 { $when }
    { $people ->
        [0] لم يكن هناك من نخبره.
       *[other] عدد من نخبرهم: { $people }.
    }
moderator-session-called-off = ❌ أُلغيت <b>{ $ref } · { $title }</b> ({ $when }).
    { $people ->
        [0] لم يكن هناك من نخبره.
       *[other] عدد من نخبرهم: { $people }.
    }
moderator-session-sure = هل تُلغى؟ لا رجعة في ذلك.
moderator-button-move = 📅 تغيير الموعد
moderator-button-call-off = ❌ إلغاء الجلسة…
moderator-button-call-off-surely = ❌ نعم، إلغاء الجلسة
