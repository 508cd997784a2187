f ${x}
