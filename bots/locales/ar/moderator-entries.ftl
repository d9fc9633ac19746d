# إدخال ما كُتب على الورق.
moderator-refused-length = في هذا النص { $length } حرف؛ المساهمة من هذا النوع ({ $kind }) من { $least } إلى { $most }.
moderator-refused-empty = لا أجد كلمات في هذا النص.
