# 换一种说法、申诉，以及纸上提交内容的来源。
citizen-amend-prompt = ✏️ 请用一条消息重新写，{ $least } 到 { $most } 个字符。您原来的文字保持不变；新的文字会有自己的编号。
citizen-amend-published = 在新的文字被采纳之前，已公开的内容保持不变。投票和支持仍属于旧的文字，会重新征求大家的意见。
citizen-item-anew = 您换了一种说法：{ $ref }。
citizen-appeal-ask = ⚖️ 一位没有参与这项决定的工作人员会重新阅读您的文字。您可以用一条不超过 { $most } 个字符的消息说明理由，只有审核人员会看到。每项决定只能申诉一次。
citizen-button-appeal-bare = ⚖️ 不说明理由，直接申诉
citizen-appealed = { $others ->
        [0] ⚖️ 已收到您对 <b>{ $ref }</b> 的申诉。作出决定的人不能自己复核，而目前没有其他人：申诉要等第二位工作人员。有了结果，我会告诉您。
       *[other] ⚖️ 已收到您对 <b>{ $ref }</b> 的申诉：另一位工作人员会重新阅读，有了结果，我会告诉您。
    }
citizen-appeal-open = ⚖️ 您已申诉：另一位工作人员会重新阅读。
citizen-appeal-upheld = ⚖️ 另一位工作人员已重新阅读：维持原决定。
citizen-appeal-overturned = ⚖️ 此前的一项决定已应您的要求撤销。
citizen-slip-reason = 有点长：现在 { $length } 个字符，最多 { $most } 个。请缩短后重新发送。
citizen-refused-appealed = 您已对 { $ref } 的这项决定申诉过；只能申诉一次。
citizen-refused-amend = { $ref } 不能这样改写：新的文字要保持原来的主题和类型。
citizen-trace-paper = 📄 纸上提交：{ $place }
citizen-trace-goes-on = ↪ { $ref } 现以 { $into } 继续：
