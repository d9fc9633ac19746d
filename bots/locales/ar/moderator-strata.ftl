# حصص السكان، ومن الغائب.
moderator-menu-strata = من يعيش هنا: الأعمار والأحياء والصفات
moderator-menu-missing = من لم يُسمع صوته بعد
moderator-stratum = { $stratum ->
        [age] العمر
        [area] الحي
       *[actor] الصفة
    }
moderator-strata = 👥 <b>من يعيش هنا</b> بحسب المدينة. بهذه الحصص يقارن /missing المشاركين.
moderator-strata-line = <b>{ $stratum }</b>: { $shares }
moderator-strata-share = { $value } { $percent }%
moderator-strata-none = <b>{ $stratum }</b>: لا حصص بعد.
moderator-button-strata = 👥 تدوين الحصص
moderator-button-strata-undo = ↩️ إلغاء هذا التغيير
moderator-button-missing = 🔎 من الغائب؟
moderator-button-form = 📄 ورقة للطباعة
moderator-ask-strata = <b>{ $stratum }</b>: ما حصص السكان؟ اكتبوها في سطر واحد، والمجموع 100%. مثلًا:
    <code>{ $example }</code>
moderator-ask-strata-known = الممكن: { $values }.
moderator-ask-strata-areas = هذه أيضًا الأحياء التي يختار الناس منها؛ ويُضاف «مكان آخر» تلقائيًا.
moderator-slip-strata = { $fault ->
        [few] يلزم اثنان على الأقل.
        [many] العدد كبير جدًا: { $most } على الأكثر.
        [unknown] أحد هذه الأسماء ليس في القائمة.
        [long] أحد الأسماء طويل جدًا: { $longest } حرفًا على الأكثر.
        [twice] أحد الأسماء مكرر.
        [sum] المجموع { $total }%: يجب أن يكون 100% بفارق اثنين لا أكثر.
       *[unreadable] لم أفهم: اسم، ثم عدد، ثم «·» قبل التالي.
    }
moderator-strata-noted = ✅ سُجّل ذلك.
moderator-strata-undone = ↩️ أُلغي: عادت الحصص السابقة.
moderator-refused-targets = هذه الحصص لا تشكّل كلًّا: /strata
moderator-refused-unknown-targets = لم تعد هذه الحصص سارية: /strata
moderator-missing-no-targets = لمعرفة من الغائب يجب أن نعرف من يعيش هنا: دوّنوا أولًا حصص الأعمار أو الأحياء أو الصفات بالأمر /strata.
moderator-missing = 🔎 <b>من لم يُسمع صوته بعد في «{ $theme }»</b>
    عدد من كتبوا فيه أو دعموا أو صوّتوا أو حجزوا مقعدًا: <b>{ $people }</b>
moderator-missing-stratum = <b>{ $stratum }</b> — { $clear ->
        [yes] هناك غائبون:
       *[no] لا شيء لا تفسّره الصدفة:
    }
moderator-missing-few = 🔻 <b>{ $value }</b>: { $share }% بدل { $target }% (عدد الأشخاص: { $people }). المطلوب إضافةً: نحو { $needed }.
moderator-missing-few-small = 🔻 <b>{ $value }</b>: أقل من { $smallest } أشخاص، { $share }% على الأكثر بدل { $target }%. المطلوب إضافةً على الأقل: { $needed }.
moderator-missing-few-untold = 🔻 <b>{ $value }</b>: { $share }% على الأكثر بدل { $target }% (العدد لا يُذكر). المطلوب إضافةً على الأقل: { $needed }.
moderator-missing-there = • { $value }: { $share }% مقابل { $target }% (عدد الأشخاص: { $people })
moderator-missing-there-small = • { $value }: أقل من { $smallest } أشخاص، مقابل { $target }%
moderator-missing-there-untold = • { $value }: العدد لا يُذكر، مقابل { $target }%
moderator-missing-silent = ◻️ لم يقولوا شيئًا عن ذلك: { $people }
moderator-missing-beside = ◻️ قالوا شيئًا آخر بلا حصة: { $people }
moderator-missing-small = لا يُذكر عدد أقل من { $smallest }، ولا عدد يُستنتج منه ذلك.
moderator-missing-caution = <i>«غائبون» تعني: الفارق أكبر من أن تفسّره الصدفة (احتمال الخطأ خمسة في المئة لكل باب). لا يُحسب إلا ما أراد الناس قوله: هذه إشارة لا إحصاء.</i>
moderator-missing-chart = { $theme }: من يشارك
moderator-missing-there-now = يشارك
moderator-missing-target = يعيش هنا
moderator-missing-caption = «{ $theme }»: حصص المشاركين (الأعمدة) وحصص السكان (العلامات)؛ والأرقام هي أرقام الرسالة السابقة.
moderator-missing-next = { $clear ->
        [yes] <b>وماذا الآن؟</b> الذهاب إلى حيث يوجد هؤلاء:
       *[no] <b>وماذا الآن؟</b> لا أحد غائب بوضوح. للوصول إلى أبعد:
    }
    • ملصق برابط يعدّ من أين يأتي الناس: { $link ->
        [none] اطلبوا /missing من جديد بعد دقيقة، فبوت المواطنين لا يذكر اسمه الآن
       *[other] { $link } (المكان بدل النقاط، انظروا /stats)
    }
    • ورقة للطباعة لمن ليس لديهم تيليغرام: /form ثم /enter
    • رسالة إلى المشاركين ليخبروا من حولهم: /broadcast
