# لغة المساهمة التي يستطيع صاحبها تصحيحها، وما يقول الشيء نفسه بكلمات أخرى.
citizen-button-item-language = 🌐 اللغة: { $language ->
        [fr] الفرنسية
        [en] الإنجليزية
        [it] الإيطالية
        [es] الإسبانية
        [zh] الصينية
        [ar] العربية
       *[other] لغة أخرى
    }
citizen-item-language = بأي لغة كُتبت { $ref }؟
citizen-button-language-other = لغة أخرى
citizen-item-language-noted = تم تسجيل ذلك، شكرًا.
citizen-kin-question = ربما طرح آخرون هذا السؤال بكلمات أخرى أو بلغة أخرى. هل تفضّلون دعم سؤالهم؟
citizen-kin-opinion = ربما قال آخرون هذا بكلمات أخرى أو بلغة أخرى. هل تفضّلون التصويت على رأيهم؟
