# العمر والحي والصفة: للروبوتين معًا.
document-age = { $first ->
        [0] أقل من 16 سنة
        [75] 75 سنة فأكثر
       *[other] { $first }–{ $last } سنة
    }
document-actor = { $kind ->
        [individual] بصفة شخصية
        [school] مدرسة
        [research] جامعة أو بحث علمي
        [association] جمعية
        [farmer] زراعة أو تربية مواشٍ
        [business] شركة أغذية أو بذور
        [shop] متجر أو مطعم
        [health] صحة
        [city-service] مصلحة بلدية
       *[other] صفة أخرى
    }
document-elsewhere = مكان آخر
