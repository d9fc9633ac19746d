# 监督人的异议。
moderator-help-object = <b>提出异议</b>
moderator-menu-object = 公开提出异议
moderator-ask-objection = “{ $theme }”的主持方式有什么不妥？请用至多 { $most } 个字符写下：所有人都会在已发布的内容之下和记录中看到。
moderator-slip-objection = 异议须为 { $least } 到 { $most } 个字符；现在有 { $length } 个。请重写，或输入 /cancel。
moderator-button-objection-back = ↩️ 撤回
moderator-objected = ⚖️ 您对“{ $theme }”的异议已公开：见于议程与摘要之下、记录和开放数据中。团队已收到通知。
moderator-objection-taken-back = ↩️ 已撤回：不再显示。
moderator-refused-unknown-objection = 没有您提出的这样一项异议。
moderator-record-objections = <b>监督人的异议</b>
moderator-record-objection = • { $day }，{ $theme }：“{ $text }”
