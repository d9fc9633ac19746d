# Lo que las personas necesitan para participar.
citizen-button-need = 🤝 Necesito algo para participar
citizen-button-need-drop = Ya no necesito nada
citizen-need-prompt =
    <b>{ $title }</b>
    ¿Qué necesita para participar? Por ejemplo: sitio para una silla de ruedas, lengua de signos, alguien que cuide a su hijo. Escríbalo en un solo mensaje, de { $most } caracteres como máximo.

    Solo lo leen quienes organizan este debate. Se borra una semana después del debate.
citizen-need-said = Usted escribió: { $text }
citizen-need-noted = 🤝 Anotado: lo leerán quienes organizan el debate. Puede cambiarlo aquí en cualquier momento.
citizen-need-dropped = Hecho: lo que había escrito se ha borrado.
citizen-refused-no-need = No había pedido nada para este debate, o ya se ha borrado.
