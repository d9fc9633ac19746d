# صفحات المدينة العامة.
page-skip = الانتقال إلى المحتوى
page-languages = اللغات
page-city-title = { $city } تتداول
page-city-lead = ما يسأل عنه أهل { $city } وما يرونه وما يقررونه معًا، موضوعًا بعد موضوع.
page-city-themes = المواضيع
page-city-none = لا يوجد موضوع مفتوح حاليًا.
page-city-counts = { $texts ->
        [0] لا مساهمات بعد
        [one] مساهمة واحدة
        [two] مساهمتان
        [few] { $texts } مساهمات
       *[other] { $texts } مساهمة
    }، { $votes ->
        [0] لا أصوات بعد
        [one] صوت واحد
        [two] صوتان
        [few] { $votes } أصوات
       *[other] { $votes } صوتًا
    }
page-theme-lead = أسئلة { $city } وآراؤها حول «{ $theme }»، وما نتج عنها.
page-phases = أين وصل الموضوع
page-until = حتى { $when }، ثم: { $then }.
page-number-people = أشخاص شاركوا
page-number-texts = مساهمات منشورة
page-number-votes = أصوات
page-take-part = شارك عبر تيليغرام
page-agenda = جدول الأعمال
page-agenda-none = لم يُنشر جدول الأعمال بعد. إنه يتكوّن من الأسئلة التي يطرحها الناس ويدعمونها.
page-agenda-read = لماذا هذه البنود، وما الذي لم يُدرج
page-edition = النسخة { $version }، نُشرت { $when }.
page-agenda-budget = { $items ->
        [one] بند واحد
        [two] بندان
        [few] { $items } بنود
       *[other] { $items } بندًا
    }، ومدة النقاش { $minutes } دقيقة.
page-agenda-how = حصل كل شخص على الحصة نفسها من وقت النقاش، ويُدرج البند عندما يستطيع داعموه أن يدفعوا وقته معًا (طريقة الحصص المتساوية).
page-minutes = { $minutes } د
page-paid = الوقت مقدَّم من:
page-share = { $group }، { $minutes } د
page-left-out = ما لم يُدرج ({ $items })، وما الذي نقصه
page-people = عدد الداعمين: { $people }
page-people-few = عدد الداعمين أقل من { $few }
page-summary = الملخص
page-summary-none = لم يُنشر الملخص بعد.
page-summary-read = قراءة الملخص كاملًا
page-summary-how = كل جملة منقولة حرفيًا من إحدى المساهمات؛ المس رقمها لقراءتها كاملة.
page-map = خريطة الآراء
page-map-read = كل ما يجمع وما يفرّق، والمجموعات
page-map-none = تظهر الخريطة عندما يصوّت { $few } أشخاص على الأقل.
page-map-common-ground = ما يجمع
page-map-contention = ما يفرّق
page-map-uncertain = ما يثير التردد
page-map-bridging = ما يُستحسن عبر المعسكرات
page-map-groups = { $groups ->
        [two] مجموعتا رأي
        [few] { $groups } مجموعات رأي
       *[other] { $groups } مجموعة رأي
    }
page-map-group = المجموعة { $number } (عدد الأشخاص: { $size }): ما يميّزها
page-map-no-groups = لا توجد معسكرات واضحة: الآراء متداخلة.
page-map-alt = سحابة نقاط: عدد الأشخاص { $participants }، كلٌّ قرب من يصوّت مثله؛ { $groups ->
        [0] بلا مجموعات واضحة
       *[other] عدد المجموعات { $groups }
    }. القوائم أعلاه تقول الشيء نفسه.
page-map-caption = كل نقطة شخص؛ ونقطتان متقاربتان تصوّتان بشكل متشابه. لا يُذكر اسم أحد.
page-agree = { $percent }٪ موافق
page-unsure = { $percent }٪ تجاوز
page-disagree = { $percent }٪ غير موافق
page-votes = عدد الأصوات: { $votes }
page-sessions = جلسات النقاش
page-sessions-none = لم يُعلن عن أي جلسة بعد.
page-sessions-file = أضف المواعيد إلى تقويمي (.ics)
page-session-seats = { $free ->
        [0] اكتمل العدد ({ $capacity }): قائمة الانتظار في تيليغرام
       *[other] المقاعد الشاغرة: { $free } من { $capacity }
    }
page-session-cancelled = أُلغيت
page-moderation = الإشراف
page-moderation-lead = ما تقرّر بالأرقام؛ والشرطة مكان ما يخص أقل من { $few } أشخاص.
page-appeals-open = طعون قيد الانتظار
page-appeals-upheld = طعون: أُبقي القرار
page-appeals-overturned = طعون: أُلغي القرار
page-removals = ما أُزيل بعد النشر
page-moderation-times = نصف القرارات استغرق { $median } على الأكثر، وتسعة من عشرة { $most }.
page-objection = اعتراض من الضامن، { $when }
page-data = اقرأ كل شيء وتحقّق من كل شيء
page-rest = والبقية في الملف، وعددها { $count }:
page-paper = جدول الأعمال والملخص للطباعة (PDF)
page-record-read = الإشراف والسجل وجميع الملفات
page-record-title = الإشراف والسجل
page-files = الملفات
page-contributions = اقرأ المساهمات المنشورة ({ $texts })
page-contributions-title = المساهمات: { $theme }
page-contributions-lead = كما كُتبت؛ والبيانات الشخصية محجوبة (▒▒▒). يبقى أصحابها مجهولين.
page-pages = الصفحات
page-licence = بيانات مفتوحة، الرخصة { $licence }. لا تُعرض نسب الأصوات إلا حيث صوّت 10 أشخاص على الأقل.
page-feed = المتابعة عبر Atom ‏(RSS)
page-poster = ملصق للطباعة
page-record = السجل
page-record-head = { $entries ->
        [one] قيد واحد؛ بصمة آخر قيد:
        [two] قيدان؛ بصمة آخر قيد:
        [few] { $entries } قيود؛ بصمة آخر قيد:
       *[other] { $entries } قيدًا؛ بصمة آخر قيد:
    }
page-record-verify = دوّن هذه البصمة: إذا تغيّر قيد واحد تغيّرت هي أيضًا. لإعادة حساب كل شيء:
page-poster-lead = سؤال؟ رأي؟ ثلاثون ثانية تكفي.
page-poster-qr = رمز للمسح يفتح { $link }
page-poster-how = امسح الرمز بهاتفك: تُفتح المحادثة في تيليغرام. بلا اسم ومن دون إنشاء حساب هنا.
page-poster-no-bot = لا يذكر البوت عنوانه الآن: افتحوا هذه الصفحة من جديد بعد دقيقة.
page-missing = هذه الصفحة غير موجودة (أو لم تعد موجودة).
page-missing-next = انظر مواضيع { $city }
page-foot-made = أُنجز ببرنامج Palabre الحر من أجل { $city }.
page-foot-privacy = لا تستخدم هذه الصفحات ملفات تعريف الارتباط ولا تطلب شيئًا من مواقع أخرى.
