# /export：一个主题的开放数据。
moderator-menu-export = 一个主题的开放数据
moderator-export-file = 📦 “{ $theme }”的开放数据：已公开的内容，没有姓名，也没有能认出是谁的投票。manifest.json 说明每个文件的内容。
moderator-export-behind = ⏳ 计算需要时间：这是目前已知的最新结果。
moderator-export-large = “{ $theme }”的数据太大，Telegram 无法发送（{ $megabytes } MB）。请在服务器上运行：palabre export { $slug } --to 文件夹
moderator-export-later = 汇总数据比平时慢。请一分钟后再试：/export { $slug }
