# 一次多条：没有任何提示的内容。
moderator-button-several = 🧺 一次多条
moderator-batch = 🧺 <b>{ $clean } 条没有任何提示的内容</b>（无个人信息、无粗话、无重复），这里显示 { $shown } 条。十分钟内由您处理。
moderator-batch-line = <b>{ $ref }</b> · { $kind }
    { $text }
moderator-button-batch-admit = ✅ 采纳这 { $count } 条
moderator-button-one-by-one = 📥 逐条处理
moderator-batch-none = 没有可以一次采纳的内容：其余须逐条阅读。
moderator-batch-gone = 这份清单已不在您手中：请重新索取。
moderator-batch-admitted = { $count ->
        [0] 没有采纳任何内容：同事更快。
       *[other] ✅ <b>已采纳 { $count } 条内容</b>：{ $refs }
    }
moderator-button-batch-undo = ↩️ 全部撤销（30 秒）
moderator-batch-undone = ↩️ { $count } 条内容重新待审：{ $refs }
moderator-batch-too-late = 30 秒已过：作者已得知决定。
