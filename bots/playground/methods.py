"""The methods of the Bot API that our bots use, by name in small letters."""

from bots.playground import about, messages, updates
from bots.playground.about import Method

METHODS: dict[str, Method] = {
    "getme": about.get_me,
    "getupdates": updates.get_updates,
    "setwebhook": updates.set_webhook,
    "deletewebhook": updates.delete_webhook,
    "getwebhookinfo": updates.get_webhook_info,
    "sendmessage": messages.send_message,
    "senddocument": messages.send_document,
    "sendphoto": messages.send_photo,
    "editmessagetext": messages.edit_text,
    "editmessagecaption": messages.edit_caption,
    "editmessagereplymarkup": messages.edit_markup,
    "stopmessagelivelocation": messages.stop_location,
    "deletemessage": messages.delete_message,
    "answercallbackquery": messages.answer_callback,
    "sendchataction": messages.chat_action,
    "setmycommands": about.set_commands,
    "getmycommands": about.get_commands,
    "deletemycommands": about.delete_commands,
    "setmyname": about.set_name,
    "getmyname": about.get_name,
    "setmydescription": about.set_description,
    "getmydescription": about.get_description,
    "setmyshortdescription": about.set_short_description,
    "getmyshortdescription": about.get_short_description,
    "setchatmenubutton": about.accept,
    "getfile": messages.get_file,
    "close": about.accept,
    "logout": about.accept,
}
