# عدة مساهمات معًا: ما ليس عليه أي إشارة.
moderator-button-several = 🧺 عدة معًا
moderator-batch = 🧺 <b>مساهمات بلا أي إشارة: { $clean }</b> (لا بيانات شخصية ولا كلام بذيء ولا تكرار)، هنا منها { $shown }. هي بين أيديكم عشر دقائق.
moderator-batch-line = <b>{ $ref }</b> · { $kind }
    { $text }
moderator-button-batch-admit = { $count ->
        [one] ✅ قبولها
       *[other] ✅ قبولها كلها ({ $count })
    }
moderator-button-one-by-one = 📥 واحدة واحدة
moderator-batch-none = لا شيء يمكن قبوله دفعة واحدة: الباقي يُقرأ واحدة واحدة.
moderator-batch-gone = هذه القائمة لم تعد بين أيديكم: اطلبوا غيرها.
moderator-batch-admitted = { $count ->
        [0] لم يُقبل شيء: سبقكم الزملاء.
       *[other] ✅ <b>عدد المساهمات المقبولة: { $count }</b>: { $refs }
    }
moderator-button-batch-undo = ↩️ التراجع عن الكل (30 ثانية)
moderator-batch-undone = ↩️ عادت إلى الانتظار ({ $count }): { $refs }
moderator-batch-too-late = انقضت الثلاثون ثانية: أصحابها يعرفون القرار.
