# 用笔参加讨论.
citizen-form-intro = 请用清楚的字迹，简短写下您的问题、意见或亲身经历。写其中一项即可。请把这张纸交到服务台。
citizen-form-question = 我的问题
citizen-form-opinion = 我的意见
citizen-form-testimony = 我的经历
citizen-form-length = 最多 { $most } 个字符，请不要写姓名、地址或电话号码。
citizen-form-agreement = 我同意录入这段文字；如被采纳，可在不显示我姓名的情况下公开。
citizen-form-notice = 这张纸会怎样处理
citizen-form-notice-read = 一位工作人员录入您的文字，另一位阅读并按照讨论公约作出决定。
citizen-form-notice-shown = 如被采纳，会以 Q-12 这样的编号公开，并注明交纸的地点。
citizen-form-notice-name = 我们不询问您的姓名。同一张纸上的多段文字归在一个化名之下。
citizen-form-notice-kept = 录入之后，这张纸即被销毁。公开的文字属于讨论及其开放数据。
citizen-form-notice-rights = 您可以随时把编号告诉工作人员，撤回您的文字。
citizen-form-notice-city = { $city }负责这场讨论。
citizen-form-slip = 请保留。您的发言编号（由工作人员填写）：
