# المشاركة في النقاش بالقلم.
citizen-form-intro = اكتبوا سؤالكم أو رأيكم أو ما عشتموه في كلمات قليلة واضحة. يكفي جزء واحد. سلّموا هذه الورقة في الاستقبال.
citizen-form-question = سؤالي
citizen-form-opinion = رأيي
citizen-form-testimony = ما عشته
citizen-form-length = عدد الأحرف: { $most } على الأكثر، دون اسم أو عنوان أو رقم هاتف.
citizen-form-agreement = أوافق على إدخال هذا النص، وعلى عرضه علنًا دون اسمي إذا قُبل.
citizen-form-notice = ما مصير هذه الورقة
citizen-form-notice-read = ينقل شخص من الفريق نصكم، ويقرؤه شخص آخر ويقرر وفق ميثاق النقاش.
citizen-form-notice-shown = إذا قُبل عُرض برقم مرجعي مثل Q-12، مع المكان الذي سُلّمت فيه الورقة.
citizen-form-notice-name = لا نسأل عن اسمكم. وتُجمع نصوص الورقة الواحدة تحت اسم مستعار.
citizen-form-notice-kept = تُتلف الورقة بعد إدخالها. والنصوص المنشورة جزء من النقاش ومن بياناته المفتوحة.
citizen-form-notice-rights = يمكنكم طلب سحب نصكم في أي وقت بإعطاء رقمه المرجعي للفريق.
citizen-form-notice-city = { $city } هي المسؤولة عن هذا النقاش.
citizen-form-slip = احتفظوا بهذا الجزء. الرقم المرجعي لمساهمتكم (يكتبه الفريق هنا):
