# 关于申诉的决定，以及被撤下的内容。
notice-appeal-upheld = ⚖️ 另一位工作人员重新看了 <b>{ $ref }</b>：维持原决定，依据公约第 { $article } 条：{ $reason }
    您可以换一种说法再发送。
notice-appeal-overturned = ⚖️ 另一位工作人员重新看了 <b>{ $ref }</b>，认为您有道理：现已公开，大家都能看到。
notice-removed = <b>{ $ref }</b> 已不再公开：两位工作人员依据公约第 { $article } 条将其撤下：{ $reason }
    您可以换一种说法，或请另一位工作人员再看一次。
notice-removal-undone = ✅ <b>{ $ref }</b> 重新公开：撤下的决定已取消。
notice-removal-requested = 一位同事请求撤下已公开的 <b>{ $ref }</b>，依据公约第 { $article } 条。这需要第二个人：请先阅读，再决定。
button-amend = ✏️ 换一种说法
button-appeal = ⚖️ 申诉
notice-appeals = ⚖️ 有 { $count } 项申诉等待由另一位同事（而非最初的决定者）裁定：/queue
