# /mydata：保存的有关某人的一切。
citizen-mydata =
    📦 <b>保存的有关您的一切</b>
    您从 { $since } 起参与。

    • 发言：{ $contributions }
    • 投票：{ $votes }
    • 支持：{ $supports }
    • 活动座位：{ $seats }
    • 我们发给您的消息：{ $letters }

    文件包含全部内容，只发给您本人。/mine 撤回发言，/forget 删除一切。
