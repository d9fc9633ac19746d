document-model-note = ✍️ 表示由语言模型“{ $model }”改写的句子，🌐 表示由它翻译的句子。程序已逐句检查；每句下面是原话，一切以原话为准。
document-sentence-reworded = ✍️ { $text } <i>{ $refs }</i>
document-sentence-translated = 🌐 { $text } <i>{ $refs }</i>
document-sentence-foreign = “{ $text }”（{ $spoken }）<i>{ $refs }</i>
document-exact = ↳ “{ $text }”
document-exact-foreign = ↳ “{ $text }”（{ $spoken }）
document-spoken = { $language ->
        [fr] 法语
        [en] 英语
        [it] 意大利语
        [es] 西班牙语
        [zh] 中文
        [ar] 阿拉伯语
       *[other] 其他语言
    }
