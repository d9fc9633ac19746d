# /forget : tout effacer.
citizen-menu-forget = effacer tout ce qui vient de moi
citizen-button-forget = 🗑 Tout effacer
citizen-button-forget-yes = Oui, tout effacer
citizen-button-forget-no = Non, tout garder
citizen-forget =
    <b>Tout effacer ?</b>

    • Vos questions, vos avis, vos brouillons, votre langue et ce que vous avez dit de vous sont effacés partout. Dans les résultats déjà publiés, « […] » prend la place de vos mots.
    • Vos places dans les débats à venir vont à qui attend.
    • Vos votes et vos soutiens restent comptés, sans que rien ne mène à vous.
    • Votre compte Telegram est oublié : si vous écrivez à nouveau, nous ne vous reconnaîtrons pas.

    Cela prend moins d’une minute, et on ne peut pas revenir en arrière. Ce que nous nous sommes écrit reste dans cette conversation, chez Telegram, tant que vous ne l’effacez pas vous-même.
citizen-forgotten =
    ✅ <b>C’est fait : nous ne vous connaissons plus.</b>
    D’ici une minute, il ne reste plus un mot de vous dans nos fichiers. Merci d’être venu·e !

    Votre reçu, du { $when } :
    <code>{ $digest }</code>
    Il ne dit rien de vous. Il permet de retrouver cet effacement dans le registre, où il est compté.
citizen-forgotten-later = Votre demande est bien enregistrée : tout sera effacé dès que possible, sans rien de plus à faire. D’ici là, mieux vaut ne pas écrire ici.
citizen-forget-nothing = Nous ne savons rien de vous : il n’y a rien à effacer.
citizen-trace-erased = { $ref } a été effacée par la personne qui l’avait écrite.
