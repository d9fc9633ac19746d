# 在群组里，以及不是文字的内容。
citizen-group-hello = 您好！我把问题和意见带进 { $city } 的公开讨论。在这里我能听懂 /ask 和 /themes；其他的事我们在私聊里进行，没有别人能看到。
citizen-group-private = 这是我们两人之间的事：请到私聊里继续。
citizen-group-stranger = 参与之前需要您在私聊里同意一次，只需点一下。然后请在那里写给我。
citizen-group-asked = 收到。我已在私聊中回复您。
citizen-button-private = 💬 到私聊继续
citizen-words-only = { $kind ->
        [voice] 我不能收听录音。
        [picture] 我不能看图片或视频。
        [sticker] 真好看！可是我读不懂它。
        [place] 我没有保存这个地点。
        [file] 我不打开文件。
        [contact] 我没有保存这个联系人，也没有人看到它。
       *[other] 这个我读不了。
    }我只能读文字：请把您想说的写给我。
citizen-forwarded = 这是别人的话，所以我没有收下。您怎么看？请用您自己的话写下来。
