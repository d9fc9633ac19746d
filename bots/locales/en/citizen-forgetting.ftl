# /forget: erase everything.
citizen-menu-forget = erase everything that comes from me
citizen-button-forget = 🗑 Erase everything
citizen-button-forget-yes = Yes, erase everything
citizen-button-forget-no = No, keep everything
citizen-forget =
    <b>Erase everything?</b>

    • Your questions, opinions, drafts, language and what you said about yourself are erased everywhere. In results that are already published, “[…]” takes the place of your words.
    • Your seats in debates to come go to whoever is waiting.
    • Your votes and supports stay counted, with nothing that leads to you.
    • Your Telegram account is forgotten: if you write again, we will not recognise you.

    It takes less than a minute and cannot be undone. What we have written to each other stays in this chat, at Telegram, until you delete it yourself.
citizen-forgotten =
    ✅ <b>Done: we no longer know you.</b>
    Within a minute not a word of yours is left in our files. Thank you for having been here!

    Your receipt, of { $when }:
    <code>{ $digest }</code>
    It says nothing about you. With it this erasure can be found in the public record, where it is counted.
citizen-forgotten-later = Your request is safely stored: everything will be erased as soon as possible, and you need do nothing more. Until then it is better not to write here.
citizen-forget-nothing = We know nothing about you: there is nothing to erase.
citizen-trace-erased = { $ref } was erased by its author.
