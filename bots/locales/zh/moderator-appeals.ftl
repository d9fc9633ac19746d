# 待审中的申诉。
moderator-former = ✏️ <b>{ $ref }</b>（{ $state }）的新版本：“{ $text }”
moderator-former-refused = ✏️ 已拒绝的 <b>{ $ref }</b>（第 { $article } 条）的新版本：“{ $text }”
moderator-appeal = ⚖️ <b>申诉</b> — 由未作决定的人处理。
moderator-appeal-bare = <i>{ $age } 前申诉，未说明理由。</i>
moderator-appeal-reason = <i>{ $age } 前申诉：</i>“{ $reason }”
moderator-appeal-upheld = ⚖️ 申诉之后：维持原决定。
moderator-appeal-overturned = ⚖️ 申诉之后：推翻原决定，内容已公开。
moderator-button-uphold = ⛔ 维持
moderator-button-overturn = ✅ 公开
moderator-appeals-own = ⚖️ 有 { $count } 件针对您决定的申诉在等待另一个人处理。如果只有您一人，请邀请同事：/invite
moderator-refused-own-decision = { $ref }：申诉针对您自己的决定；须由另一个人处理。
moderator-refused-no-appeal = { $ref }：已没有待处理的申诉。
moderator-refused-own-entry = { $ref }：这段文字由您录入；须由另一个人决定。
